#!/bin/sh
# Debian's postinst: Chromium's sandbox works here, in whatever way this system provides for it.
set -e
[ "$1" = configure ] || exit 0

# It stands on user namespaces; where users may make none, on chrome-sandbox, which runs as root.
if ! setpriv --reuid=65534 --regid=65534 --clear-groups unshare --user true 2>/dev/null; then
  chmod 4755 /opt/Mittente/chrome-sandbox
fi

# Ubuntu 24.04 and newer let only programs with a profile make user namespaces. Older AppArmor does
# not understand this profile and does not need it.
source=/opt/Mittente/resources/apparmor-profile
target=/etc/apparmor.d/mittente
if aa-enabled --quiet 2>/dev/null && apparmor_parser --skip-kernel-load "$source" 2>/dev/null; then
  cp "$source" "$target"
  apparmor_parser --replace --write-cache --skip-read-cache "$target" || true
fi
