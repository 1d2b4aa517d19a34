#!/usr/bin/env bash
# Prints the path of a LibreOffice for the tests that draw documents; installs Debian's when there
# is none that can draw slides and text.
set -u

PACKAGES=(libreoffice-impress-nogui libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils
  fonts-liberation)

find_office() {
  local name
  command -v pdftoppm > /dev/null || return 1
  has_letters || return 1
  for name in ${OFFICE:+"$OFFICE"} soffice libreoffice; do
    draws_slides "$(command -v "$name")" && command -v "$name" && return 0
  done
  return 1
}

# Debian has the parts of LibreOffice as packages of their own; each brings its library.
draws_slides() {
  local program
  program="$(readlink -f "$1")" || return 1
  [ -e "$(dirname "$program")/libsdlo.so" ] && [ -e "$(dirname "$program")/libswlo.so" ]
}

# Stand-ins for the faces of the offices that have all Vietnamese letters: the older Liberation lacks them.
has_letters() {
  fc-list ':lang=vi' family | grep -qE 'Liberation Serif|Times New Roman'
}

install_office() {
  command -v apt-get > /dev/null || return 1
  local as_root=(env)
  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2> /dev/null || return 1
    as_root=(sudo -n env)
  fi
  echo "Đang cài LibreOffice cho kiểm thử tài liệu." >&2
  "${as_root[@]}" DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 || return 1
  apt-cache show fonts-liberation2 > /dev/null 2>&1 && PACKAGES+=(fonts-liberation2)  # Debian 12
  "${as_root[@]}" DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${PACKAGES[@]}" >&2
}

find_office && exit 0
install_office && find_office && exit 0
echo "Không thấy LibreOffice: hãy cài (Debian: apt-get install ${PACKAGES[*]}) hoặc đặt biến OFFICE là đường dẫn tới soffice." >&2
exit 1
