#!/bin/sh
# Commands serve without a display too, as over ssh; Electron by itself would not start.
if [ -z "$DISPLAY$WAYLAND_DISPLAY" ] && [ $# -gt 0 ]; then
  set -- --ozone-platform=headless "$@"
fi
exec /opt/Mittente/mittente "$@"
