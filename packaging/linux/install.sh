#!/bin/sh
# Install kzstay for the person who runs this, without any other rights: sh install.sh
# Take it away again, and leave all cases and settings where they are: sh install.sh --remove
set -eu

here=$(cd "$(dirname "$0")" && pwd)
lib=$HOME/.local/lib
bin=$HOME/.local/bin
share=${XDG_DATA_HOME:-$HOME/.local/share}

# The desktop learns of programs and types of files from lists that it keeps
refresh() {
    if command -v update-desktop-database >/dev/null 2>&1; then
        update-desktop-database -q "$share/applications" || true
    fi
    if command -v update-mime-database >/dev/null 2>&1; then
        update-mime-database "$share/mime" || true
    fi
    if command -v gtk-update-icon-cache >/dev/null 2>&1 && [ -f "$share/icons/hicolor/index.theme" ]; then
        gtk-update-icon-cache -q "$share/icons/hicolor" || true
    fi
}

remove() {
    rm -rf "$lib/kzstay" "$lib/kzstay.new"
    for name in kzstay kzstay-cli; do
        if [ -L "$bin/$name" ]; then
            rm -f "$bin/$name"
        fi
    done
    rm -f "$share/applications/kzstay.desktop" "$share/mime/packages/kzstay.xml"
    for icon in 256x256/apps/kzstay.png 256x256/mimetypes/application-x-kzstay.png scalable/apps/kzstay.svg; do
        rm -f "$share/icons/hicolor/$icon"
    done
}

case "${1-}" in
--remove)
    remove
    refresh
    echo "kzstay was removed. Your cases and settings are still there."
    exit
    ;;
"") ;;
*)
    echo "usage: sh install.sh [--remove]" >&2
    exit 2
    ;;
esac

mkdir -p "$lib" "$bin" "$share"
# Whole beside the old one first, so that a full disk leaves the old one as it is
rm -rf "$lib/kzstay.new"
cp -RP "$here/kzstay" "$lib/kzstay.new"
rm -rf "$lib/kzstay"
mv "$lib/kzstay.new" "$lib/kzstay"
for name in kzstay kzstay-cli; do
    ln -sf "$lib/kzstay/$name" "$bin/$name"
done
cp -RP "$here/share/." "$share/"
# In a desktop file a path stands in quotes, where \ " ` and $ get a \ before them, and then every \ one more;
# what sed puts in needs one before \ & and its own mark
program=$(printf '%s' "$lib/kzstay/kzstay" | sed 's/[\\"`$]/\\&/g; s/\\/\\\\/g; s/%/%%/g; s/[\\&|]/\\&/g')
sed "s|^Exec=kzstay|Exec=\"$program\"|" "$here/share/applications/kzstay.desktop" >"$share/applications/kzstay.desktop"
refresh
echo "kzstay was installed. You find it in the menu; in a terminal it is $bin/kzstay"
