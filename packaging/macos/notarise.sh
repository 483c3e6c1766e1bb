#!/bin/sh
# Sign a disk image, have Apple notarise it and staple the answer to it: sh packaging/macos/notarise.sh FILE.dmg
# Needs MACOS_SIGN_IDENTITY, and of an App Store Connect key the file, its name and its issuer: APPLE_API_KEY_FILE,
# APPLE_API_KEY and APPLE_API_ISSUER.
set -eu

image=$1
if [ -z "${MACOS_SIGN_IDENTITY-}" ]; then
    echo "SKIPPED: no certificate (MACOS_SIGN_IDENTITY), so the disk image is neither signed nor notarised"
    exit 0
fi
codesign --force --timestamp --sign "$MACOS_SIGN_IDENTITY" "$image"
if [ -z "${APPLE_API_KEY_FILE-}" ] || [ -z "${APPLE_API_KEY-}" ] || [ -z "${APPLE_API_ISSUER-}" ]; then
    echo "SKIPPED: no key for Apple (APPLE_API_KEY_FILE, APPLE_API_KEY, APPLE_API_ISSUER), so it is not notarised"
    exit 0
fi
xcrun notarytool submit "$image" --wait \
    --key "$APPLE_API_KEY_FILE" --key-id "$APPLE_API_KEY" --issuer "$APPLE_API_ISSUER"
xcrun stapler staple "$image"
spctl --assess --type open --context context:primary-signature --verbose "$image"
