#!/bin/sh
# Have Apple notarise an app or a disk image, and staple the answer to it: sh packaging/macos/notarise.sh FILE
# An image is signed first; an app has been by sign.sh. The app comes before the image that it goes into: what somebody
# copies out of the image and starts without a network has to bear an answer of its own.
# Needs MACOS_SIGN_IDENTITY, and of an App Store Connect key the file, its name and its issuer: APPLE_API_KEY_FILE,
# APPLE_API_KEY and APPLE_API_ISSUER.
set -eu

limit=30m # Apple takes minutes; a queue that stands still must not hold the build for hours
file=${1%/}
name=$(basename "$file")
if [ -z "${MACOS_SIGN_IDENTITY-}" ]; then
    echo "SKIPPED: no certificate (MACOS_SIGN_IDENTITY), so $name is not notarised"
    exit 0
fi
case $name in
*.app) ;;
*) codesign --force --timestamp --sign "$MACOS_SIGN_IDENTITY" "$file" ;;
esac
if [ -z "${APPLE_API_KEY_FILE-}" ] || [ -z "${APPLE_API_KEY-}" ] || [ -z "${APPLE_API_ISSUER-}" ]; then
    echo "SKIPPED: no key for Apple (APPLE_API_KEY_FILE, APPLE_API_KEY, APPLE_API_ISSUER), so $name is not notarised"
    exit 0
fi

notarytool() {
    xcrun notarytool "$@" --key "$APPLE_API_KEY_FILE" --key-id "$APPLE_API_KEY" --issuer "$APPLE_API_ISSUER"
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
case $name in
*.app)
    sent=$work/$name.zip # Apple takes no folder
    ditto -c -k --keepParent "$file" "$sent"
    ;;
*) sent=$file ;;
esac

# The code at the end says whether the tool went through, and not in every version whether Apple said yes
code=0
notarytool submit "$sent" --wait --timeout "$limit" >"$work/answer" 2>&1 || code=$?
cat "$work/answer"
submission=$(sed -n 's/^ *id: *//p' "$work/answer" | head -n 1)
state=$(sed -n 's/^ *status: *//p' "$work/answer" | tail -n 1)
case $state in
Accepted) ;;
Invalid | Rejected)
    echo "Apple refused $name. What it found:" >&2
    notarytool log "$submission" >&2 || true
    exit 1
    ;;
*)
    echo "Apple gave no answer on $name within $limit (exit code $code). Ask for it later with" >&2
    echo "    xcrun notarytool info ${submission:-ID} --key FILE --key-id ID --issuer ISSUER" >&2
    exit 1
    ;;
esac

xcrun stapler staple "$file"
case $name in
*.app) spctl --assess --type execute --verbose "$file" ;;
*) spctl --assess --type open --context context:primary-signature --verbose "$file" ;;
esac
