#!/bin/sh
# Install kzstay for the person who runs this, without any other rights: sh install.sh
# Take it away again, and leave all cases and settings where they are: sh install.sh --remove
set -eu

# Say a sentence in the person's language, of English, Russian and Kazakh
say() {
    case ${LC_ALL:-${LC_MESSAGES:-${LANG-}}} in
    ru*) echo "$2" ;;
    kk*) echo "$3" ;;
    *) echo "$1" ;;
    esac
}

case ${HOME-} in
/*) ;;
*)
    say "The variable HOME does not name your home folder, so nothing was changed." \
        "Переменная HOME не указывает на домашнюю папку, поэтому ничего не изменено." \
        "HOME айнымалысы үй қалтаңызды көрсетпейді, сондықтан ештеңе өзгертілген жоқ." >&2
    exit 5
    ;;
esac
here=$(cd "$(dirname "$0")" && pwd)
lib=$HOME/.local/lib
bin=$HOME/.local/bin
case ${XDG_DATA_HOME-} in
/*) share=$XDG_DATA_HOME ;;
*) share=$HOME/.local/share ;;
esac

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

# What goes under share, as it lies beside this script
for_the_desktop() { (cd "$here/share" && find . -type f); }

# What the version that is installed put there, by the list that it left; the first ones left none
put_there() {
    if [ -f "$lib/kzstay/share.txt" ]; then
        cat "$lib/kzstay/share.txt"
    elif [ -d "$lib/kzstay" ]; then
        printf '%s\n' ./applications/kzstay.desktop ./mime/packages/kzstay.xml \
            ./icons/hicolor/256x256/apps/kzstay.png ./icons/hicolor/scalable/apps/kzstay.svg \
            ./icons/hicolor/256x256/mimetypes/application-x-kzstay.png
    fi
}

is_ours() { [ -L "$1" ] && [ "$(readlink "$1")" = "$lib/kzstay/${1##*/}" ]; }

# A program that runs reads more of itself in as it needs it
stop_if_running() {
    program=$(readlink -f "$lib/kzstay/kzstay" || true)
    for process in /proc/[0-9]*; do
        if [ -n "$program" ] && [ "$(readlink "$process/exe" 2>/dev/null || true)" = "$program" ]; then
            say "kzstay is running. Close its window, then run this again." \
                "Программа kzstay запущена. Закройте её окно и повторите команду." \
                "kzstay бағдарламасы ашық тұр. Терезесін жауып, команданы қайталаңыз." >&2
            exit 3
        fi
    done
}

# A command of this name that somebody else put there is not ours to replace
stop_if_taken() {
    for name in kzstay kzstay-cli; do
        if { [ -e "$bin/$name" ] || [ -L "$bin/$name" ]; } && ! is_ours "$bin/$name"; then
            say "$bin/$name is there already and comes from elsewhere. Remove it, then run this again." \
                "Файл $bin/$name уже есть и установлен не этой программой. Удалите его и повторите команду." \
                "$bin/$name файлы бұрыннан бар, оны басқа бағдарлама орнатқан. Оны өшіріп, команданы қайталаңыз." >&2
            exit 4
        fi
    done
}

case "${1-}" in
--remove)
    stop_if_running
    for name in kzstay kzstay-cli; do
        if is_ours "$bin/$name"; then
            rm -f "$bin/$name"
        fi
    done
    { put_there && for_the_desktop; } | while IFS= read -r file; do
        rm -f "$share/$file"
    done
    rm -rf "$lib/kzstay.new" "$lib/kzstay"
    refresh
    say "kzstay was removed. Your cases and settings are still there." \
        "Программа kzstay удалена. Ваши расчёты и настройки сохранены." \
        "kzstay жойылды. Істеріңіз бен баптауларыңыз сақталды."
    exit
    ;;
"") ;;
*)
    echo "usage: sh install.sh [--remove]" >&2
    exit 2
    ;;
esac

stop_if_running
stop_if_taken
mkdir -p "$lib" "$bin"
# Whole beside the old one first, so that a full disk leaves the old one as it is
rm -rf "$lib/kzstay.new"
cp -RP "$here/kzstay" "$lib/kzstay.new"
for_the_desktop >"$lib/kzstay.new/share.txt"
for_the_desktop | while IFS= read -r file; do
    mkdir -p "$share/${file%/*}"
    cp "$here/share/$file" "$share/$file"
done
# What has another name now would stand in the menu twice
put_there | while IFS= read -r file; do
    if [ ! -f "$here/share/$file" ]; then
        rm -f "$share/$file"
    fi
done
rm -rf "$lib/kzstay"
mv "$lib/kzstay.new" "$lib/kzstay"
for name in kzstay kzstay-cli; do
    ln -sf "$lib/kzstay/$name" "$bin/$name"
done
# In a desktop file a path stands in quotes, where \ " ` and $ get a \ before them, and then every \ one more; a line
# break is \n there. What sed puts in needs one before \ & and its own mark
program=$(printf '%s' "$lib/kzstay/kzstay" | sed -e ':lines' -e '$!{' -e 'N' -e 'b lines' -e '}' \
    -e 's/[\\"`$]/\\&/g; s/\\/\\\\/g; s/%/%%/g; s/\n/\\n/g; s/[\\&|]/\\&/g')
for entry in "$here"/share/applications/*.desktop; do
    sed "s|^Exec=kzstay|Exec=\"$program\"|" "$entry" >"$share/applications/${entry##*/}"
done
refresh
say "kzstay was installed. You find it in the menu; in a terminal it is $bin/kzstay" \
    "Программа kzstay установлена. Она есть в меню; в терминале её запускает команда $bin/kzstay" \
    "kzstay орнатылды. Оны мәзірден таба аласыз; терминалда ол $bin/kzstay командасымен іске қосылады"
