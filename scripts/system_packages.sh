#!/bin/sh
# Install what the given purposes need from the system, as root on Debian or Ubuntu; otherwise name
# in one line what is missing and the command that installs it.
#   system_packages.sh window|tests|interop|pictures …
set -eu

window="libglib2.0-0 libgl1 libegl1 libxkbcommon0 libfreetype6 libfontconfig1 libdbus-1-3
 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0"
tests="libxml2-utils xmlsec1 openssl unzip softhsm2 poppler-utils"
interop="xvfb xdotool openbox libreoffice-calc libxml-security-java default-jdk-headless"
command -v npm >/dev/null 2>&1 || interop="$interop nodejs npm"
pictures="fonts-noto-cjk fonts-open-sans"

wanted=""
for purpose in "$@"; do
    eval "wanted=\"\$wanted \$$purpose\""
done

if ! command -v dpkg-query >/dev/null 2>&1; then
    missing=""
    for program in xmllint xmlsec1 openssl pdftotext; do
        case " $* " in *" tests "*) command -v $program >/dev/null 2>&1 || missing="$missing $program" ;; esac
    done
    case " $* " in *" interop "*) command -v soffice >/dev/null 2>&1 || missing="$missing LibreOffice" ;; esac
    [ -z "$missing" ] && exit 0
    echo "Missing:$missing. Install them with your system's package manager." >&2
    exit 1
fi

missing=""
for package in $wanted; do
    status=$(dpkg-query -W -f '${Status} ' "$package" 2>/dev/null || true)
    # Newer releases carry some libraries under a name with a suffix (64-bit time).
    [ -n "$status" ] || status=$(dpkg-query -W -f '${Status} ' "${package}t64" 2>/dev/null || true)
    case "$status" in *"install ok installed"*) ;; *) missing="$missing $package" ;; esac
done
[ -z "$missing" ] && exit 0

if [ "$(id -u)" -eq 0 ]; then
    echo "Installing from the system's packages:$missing"
    apt-get update -qq >/dev/null
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
    exit 0
fi
echo "Missing system packages. Run: sudo apt-get install --no-install-recommends$missing" >&2
exit 1
