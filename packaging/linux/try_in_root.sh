#!/bin/sh
# Try the archive in a bare system that has neither Python nor a desktop, as root:
#   debootstrap --variant=minbase bookworm ROOT
#   sh packaging/linux/try_in_root.sh ROOT dist/kzstay-VERSION-linux-x64.tar.xz
set -eu
root=$1 archive=$2
if [ -n "$(find "$root/usr/bin" -name 'python3*' | head -n 1)" ]; then
    echo "$root has a Python, so this proves little" >&2
    exit 1
fi
place=$(mktemp -d "$root/tmp/kzstay.XXXXXX")
trap 'rm -rf "$place"' EXIT
tar -xf "$archive" -C "$place" --strip-components=1
mkdir "$place/home"
inside=/tmp/${place##*/}
in_root() { chroot "$root" /usr/bin/env -i HOME="$inside/home" PATH=/usr/bin:/bin LANG=C.UTF-8 "$@"; }
in_root sh "$inside/install.sh"
in_root "$inside/home/.local/bin/kzstay-cli" self-test
in_root "$inside/home/.local/bin/kzstay" report "$inside/home/.local/lib/kzstay/_internal/kzstay/resources/examples/anna.kzstay" -o "$inside/report.pdf"
in_root sh "$inside/install.sh" --remove
