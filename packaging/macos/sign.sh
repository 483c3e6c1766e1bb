#!/bin/sh
# Sign the app from the inside out with the hardened runtime: sh packaging/macos/sign.sh dist/kzstay.app
# MACOS_SIGN_IDENTITY names a "Developer ID Application" certificate in the keychain. Without it the app is signed
# ad hoc, which is what a processor of Apple needs to start it at all.
set -eu

app=$1
entitlements=$(cd "$(dirname "$0")" && pwd)/entitlements.plist
identity=${MACOS_SIGN_IDENTITY:--}
if [ "$identity" = - ]; then
    echo "SKIPPED: no certificate (MACOS_SIGN_IDENTITY), so the app is signed ad hoc and macOS will warn of it"
    stamp=--timestamp=none
else
    stamp=--timestamp
fi

sign() { codesign --force --options runtime "$stamp" --sign "$identity" "$@"; }

# What lies deepest first: a signature seals what is inside
find "$app/Contents/Frameworks" -type f \( -name '*.dylib' -o -name '*.so' \) | while IFS= read -r library; do
    sign "$library"
done
find "$app/Contents/Frameworks" -type d -name '*.framework' | while IFS= read -r framework; do
    sign "$framework"
done
sign --entitlements "$entitlements" "$app/Contents/MacOS/kzstay-cli"
sign --entitlements "$entitlements" "$app"
codesign --verify --deep --strict --verbose=2 "$app"
