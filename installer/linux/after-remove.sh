#!/bin/sh
# Debian's postrm: takes away what after-install.sh put there. Senders and passwords belong to the
# users and stay.
set -e
case "$1" in
  remove | purge) ;;
  *) exit 0 ;;
esac

profile=/etc/apparmor.d/mittente
if [ -f "$profile" ]; then
  apparmor_parser --remove "$profile" 2>/dev/null || true
  rm -f "$profile"
fi
