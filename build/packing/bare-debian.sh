#!/bin/bash
# Installs, uses, updates and removes a package as root of a bare Debian. Arguments: the package, and one that is newer. DISPLAY and
# XAUTHORITY name a display that this Debian does not have itself. Says "ok" before each thing that holds, and ends at the first that does not.
set -eu
package=$1
newer=$2
name=promptcall-companion
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin

ok() { echo "  ok    $*"; }
wrong() {
  echo "  wrong $*"
  exit 1
}

install() {
  apt-get install -y -qq --no-install-recommends "$1" >/tmp/apt.log 2>&1 || {
    tail -20 /tmp/apt.log
    wrong "does not install"
  }
}

# An ordinary user, with nothing of root's environment.
as_user() {
  setpriv --reuid=1000 --regid=1000 --clear-groups --reset-env \
    env HOME=/home/desk DISPLAY="$DISPLAY" XAUTHORITY="$XAUTHORITY" PATH=/usr/bin:/bin LANG=C.UTF-8 "$@"
}

use() {
  local profile=/home/desk/.config/use-$RANDOM log i renderer
  as_user $name --version 2>/dev/null | grep -q '^promptCall Companion [0-9]' || wrong "does not say its version"
  as_user $name "--user-data-dir=$profile" >/tmp/out.log 2>&1 &
  for i in $(seq 300); do
    log=$(find "$profile" -name '*.log' 2>/dev/null | head -1)
    if [ -n "$log" ] && grep -q 'started: ' "$log"; then break; fi
    sleep 0.2
  done
  grep -q 'started: ' "${log:-/dev/null}" || {
    tail -20 /tmp/out.log
    wrong "does not start"
  }
  renderer=$(grep -la -- '--type=renderer' /proc/[0-9]*/cmdline 2>/dev/null | grep -v "/$$/" | head -1)
  grep -qx 'Seccomp:	2' "${renderer%/cmdline}/status" || wrong "its page has no sandbox"
  grep -qa -- '--no-sandbox' "$renderer" && wrong "its page was started without a sandbox"
  as_user $name "--user-data-dir=$profile" --show >/dev/null || wrong "a second start does not reach the first"
  pkill -TERM -u 1000 -x "${name:0:15}" || true
  for i in $(seq 50); do
    pgrep -u 1000 -x "${name:0:15}" >/dev/null || break
    sleep 0.2
  done
  pgrep -u 1000 -x "${name:0:15}" >/dev/null && wrong "does not end"
  ok "starts as an ordinary user with its sandbox, answers a second start, and ends ($1)"
}

if setpriv --reuid=1000 --regid=1000 --clear-groups unshare --user true 2>/dev/null; then
  how="with user namespaces"
else
  how="without user namespaces"
fi
echo "A bare Debian $(cat /etc/debian_version), $how"
useradd --uid 1000 --create-home desk

install "$package"
ok "installs without recommended packages"
missing=$(find /opt/$name -type f \( -perm -u+x -o -name '*.so*' -o -name '*.node' \) -exec ldd {} \; 2>/dev/null | grep 'not found' | sort -u || true)
[ -z "$missing" ] || wrong "lacks $missing"
ok "all shared libraries are there"
[ -e /usr/share/icons/hicolor/128x128/apps/$name.png ] || wrong "has no icon"
entry=/usr/share/applications/com.promptcall.companion.desktop
grep '^MimeType' $entry | grep -qvx 'MimeType=x-scheme-handler/promptcall-companion;' && wrong "takes links unasked"
grep -q "^Exec=/opt/$name/$name " $entry || wrong "its entry starts something else"
ok "has an icon and an entry, and takes no links unasked"
use "$how"

install "$newer"
use "updated, $how"

apt-get purge -y -qq $name >/tmp/apt.log 2>&1 || wrong "does not go"
for left in /opt/$name /usr/bin/$name $entry /etc/apparmor.d/$name /etc/alternatives/$name; do
  [ -e "$left" ] || [ -L "$left" ] && wrong "leaves $left"
done
ok "is gone"
