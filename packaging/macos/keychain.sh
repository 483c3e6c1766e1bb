#!/bin/sh
# On a machine that builds a release: put the certificate into a keychain of its own, and tell the later steps of it.
# CERTIFICATE is a .p12 file in base64 with PASSWORD, IDENTITY its name, KEY the text of a key of App Store Connect.
set -eu

if [ -z "${CERTIFICATE-}" ] || [ -z "${IDENTITY-}" ]; then
    echo "SKIPPED: no certificate in the secrets, so the app is signed ad hoc and not notarised"
    exit 0
fi
keychain=$RUNNER_TEMP/kzstay.keychain-db
secret=$(openssl rand -hex 16)
umask 077
printf '%s' "$CERTIFICATE" | base64 --decode >"$RUNNER_TEMP/kzstay.p12"
security create-keychain -p "$secret" "$keychain"
security set-keychain-settings -lut 21600 "$keychain"
security unlock-keychain -p "$secret" "$keychain"
security import "$RUNNER_TEMP/kzstay.p12" -P "${PASSWORD-}" -T /usr/bin/codesign -k "$keychain"
security set-key-partition-list -S apple-tool:,apple: -s -k "$secret" "$keychain" >/dev/null
security list-keychains -d user -s "$keychain" login.keychain-db
rm "$RUNNER_TEMP/kzstay.p12"
echo "MACOS_SIGN_IDENTITY=$IDENTITY" >>"$GITHUB_ENV"
if [ -n "${KEY-}" ]; then
    printf '%s' "$KEY" >"$RUNNER_TEMP/kzstay.p8"
    echo "APPLE_API_KEY_FILE=$RUNNER_TEMP/kzstay.p8" >>"$GITHUB_ENV"
fi
