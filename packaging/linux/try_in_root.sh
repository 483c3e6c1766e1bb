#!/bin/sh
# Try the archive, or the package for Debian, in a bare system that has neither Python nor a desktop, as root:
#   debootstrap --variant=minbase bookworm ROOT
#   sh packaging/linux/try_in_root.sh ROOT dist/kzstay-VERSION-linux-x64.tar.xz
#   sh packaging/linux/try_in_root.sh ROOT dist/kzstay-VERSION-linux-x64.deb
set -eu
root=$1 file=$2
if [ -n "$(find "$root/usr/bin" -name 'python3*' | head -n 1)" ]; then
    echo "$root has a Python, so this proves little" >&2
    exit 1
fi
place=$(mktemp -d "$root/tmp/kzstay.XXXXXX")
trap 'rm -rf "$place"' EXIT
mkdir "$place/home"
inside=/tmp/${place##*/}
in_root() { chroot "$root" /usr/bin/env -i HOME="$inside/home" PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 "$@"; }

# As an ordinary person, who may write to the home alone
as_nobody() {
    chroot --userspec=nobody:nogroup "$root" /usr/bin/env -i HOME="$inside/home" PATH=/usr/bin:/bin LANG=C.UTF-8 "$@"
}

# What there is in the system, apart from what dpkg remembers of its work
listed() {
    (cd "$root" && find . -path ./proc -prune -o -path ./sys -prune -o -path "./tmp/${place##*/}" -prune -o \
        -path ./var/lib/dpkg -prune -o -path ./var/log -prune -o -path ./var/cache -prune -o -print) | sort
}

example=_internal/kzstay/resources/examples/anna.kzstay
case $file in
*.deb)
    cp "$file" "$place/kzstay.deb"
    chmod 755 "$place"
    chroot "$root" chown nobody:nogroup "$inside/home"
    listed >"$place/before"
    for removing in --remove --purge; do
        in_root dpkg --install "$inside/kzstay.deb"
        as_nobody kzstay-cli self-test
        as_nobody kzstay report "/usr/lib/kzstay/$example" -o "$inside/home/report.pdf"
        in_root dpkg "$removing" kzstay
        listed >"$place/after"
        if ! diff "$place/before" "$place/after"; then
            echo "dpkg $removing leaves or takes what it should not" >&2
            exit 1
        fi
    done
    ;;
*)
    tar -xf "$file" -C "$place" --strip-components=1
    in_root sh "$inside/install.sh"
    in_root "$inside/home/.local/bin/kzstay-cli" self-test
    in_root "$inside/home/.local/bin/kzstay" report "$inside/home/.local/lib/kzstay/$example" -o "$inside/report.pdf"
    in_root sh "$inside/install.sh" --remove
    ;;
esac
