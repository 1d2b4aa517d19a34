#!/usr/bin/env bash
# Prints the path of a Chromium for the browser tests; installs Debian's when there is none.
set -u

find_chromium() {
  local name
  for name in ${CHROMIUM:+"$CHROMIUM"} chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" && return 0
  done
  return 1
}

install_chromium() {
  command -v apt-get > /dev/null || return 1
  local as_root=(env)
  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2> /dev/null || return 1
    as_root=(sudo -n env)
  fi
  echo "Đang cài Chromium cho kiểm thử trên trình duyệt." >&2
  "${as_root[@]}" DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 &&
    "${as_root[@]}" DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >&2
}

find_chromium && exit 0
install_chromium && find_chromium && exit 0
echo "Không thấy Chromium: hãy cài (Debian: apt-get install chromium) hoặc đặt biến CHROMIUM là đường dẫn tới nó." >&2
exit 1
