#!/usr/bin/python3
"""What tells programs that the computer goes to sleep and wakes, on a bus that stands in for the system's.

Writes `ready`, then `inhibited` whenever a program asks to be told before the computer sleeps. Reads `sleep` and `wake`, and `lock` and
`unlock`, after which whoever asks is told that the screen is locked or is not.
"""

import os
import sys

from gi.repository import Gio, GLib

MANAGER = """<node><interface name='org.freedesktop.login1.Manager'>
  <method name='Inhibit'>
    <arg type='s' direction='in'/><arg type='s' direction='in'/>
    <arg type='s' direction='in'/><arg type='s' direction='in'/>
    <arg type='h' direction='out'/>
  </method>
  <signal name='PrepareForSleep'><arg type='b'/></signal>
  <signal name='PrepareForShutdown'><arg type='b'/></signal>
</interface></node>"""
SESSION = """<node><interface name='org.freedesktop.login1.Session'>
  <property name='LockedHint' type='b' access='read'/>
</interface></node>"""
PATH = "/org/freedesktop/login1"

screen = {"locked": False}


def say(word):
    print(word, flush=True)


def called(_connection, _sender, _path, _interface, _method, _arguments, invocation):
    files = Gio.UnixFDList.new()
    _reader, writer = os.pipe()
    files.append(writer)
    os.close(writer)
    invocation.return_value_with_unix_fd_list(GLib.Variant("(h)", (0,)), files)
    say("inhibited")


def connected(connection, _name):
    interface = Gio.DBusNodeInfo.new_for_xml(MANAGER).interfaces[0]
    connection.register_object(PATH, interface, called, None, None)
    session = Gio.DBusNodeInfo.new_for_xml(SESSION).interfaces[0]
    locked_hint = lambda *_: GLib.Variant("b", screen["locked"])
    connection.register_object(PATH + "/session/auto", session, None, locked_hint, None)

    def command(source, _condition):
        line = source.readline()
        if line == "":
            loop.quit()
            return False
        if line.strip() in ("lock", "unlock"):
            screen["locked"] = line.strip() == "lock"
            say(line.strip())
            return True
        sleeps = GLib.Variant("(b)", (line.strip() == "sleep",))
        connection.emit_signal(None, PATH, interface.name, "PrepareForSleep", sleeps)
        return True

    GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, command)


loop = GLib.MainLoop()
bus = Gio.DBusConnection.new_for_address_sync(
    os.environ["DBUS_SYSTEM_BUS_ADDRESS"],
    Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
    None,
    None,
)
connected(bus, None)
Gio.bus_own_name_on_connection(bus, "org.freedesktop.login1", 0, lambda *_: say("ready"), None)
loop.run()
