#!/usr/bin/python3
"""A desktop's side of the GlobalShortcuts portal (org.freedesktop.impl.portal.GlobalShortcuts, as its published description has it), for
the real xdg-desktop-portal to ask.

Writes `ready`, and `bound ID TRIGGER` for each key that a program asks for. Reads `press ID`; `move ID KEY`, which gives another key; `end`,
which takes the keys back. What it answers is `ANSWER`: `give`, `decline`, or `fail`.
"""

import os
import sys

from gi.repository import Gio, GLib

INTERFACE = """<node><interface name='org.freedesktop.impl.portal.GlobalShortcuts'>
  <method name='CreateSession'>
    <arg type='o' direction='in'/><arg type='o' direction='in'/><arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>
    <arg type='u' direction='out'/><arg type='a{sv}' direction='out'/>
  </method>
  <method name='BindShortcuts'>
    <arg type='o' direction='in'/><arg type='o' direction='in'/><arg type='a(sa{sv})' direction='in'/><arg type='s' direction='in'/>
    <arg type='a{sv}' direction='in'/>
    <arg type='u' direction='out'/><arg type='a{sv}' direction='out'/>
  </method>
  <method name='ListShortcuts'>
    <arg type='o' direction='in'/><arg type='o' direction='in'/>
    <arg type='u' direction='out'/><arg type='a{sv}' direction='out'/>
  </method>
  <signal name='Activated'><arg type='o'/><arg type='s'/><arg type='t'/><arg type='a{sv}'/></signal>
  <signal name='Deactivated'><arg type='o'/><arg type='s'/><arg type='t'/><arg type='a{sv}'/></signal>
  <signal name='ShortcutsChanged'><arg type='o'/><arg type='a(sa{sv})'/></signal>
  <property name='version' type='u' access='read'/>
</interface></node>"""
SESSION = """<node><interface name='org.freedesktop.impl.portal.Session'>
  <method name='Close'/><signal name='Closed'/><property name='version' type='u' access='read'/>
</interface></node>"""
PATH = "/org/freedesktop/portal/desktop"

answers = {"give": 0, "decline": 1, "fail": 2}
held = {"session": None, "keys": {}}


def say(*words):
    print(*words, flush=True)


def told(keys):
    named = lambda key: {"description": GLib.Variant("s", ""), "trigger_description": GLib.Variant("s", key)}
    return GLib.Variant("a(sa{sv})", [(one, named(key)) for one, key in keys.items()])


def version(*_):
    return GLib.Variant("u", 1)


def of_session(_connection, _sender, _path, _interface, _method, _arguments, invocation):
    invocation.return_value(None)


def called(connection, _sender, _path, _interface, method, arguments, invocation):
    results = {}
    response = 0
    if method == "CreateSession":
        held["session"] = arguments.unpack()[1]
        connection.register_object(held["session"], session, of_session, version, None)
    if method == "BindShortcuts":
        response = answers[os.environ.get("ANSWER", "give")]
        asked = arguments.unpack()[2]
        # A desktop gives the key that is asked for, or none where none is.
        held["keys"] = {one: more.get("preferred_trigger", "") for one, more in asked}
        for one, key in held["keys"].items():
            say("bound", one, key)
        if response == 0:
            results["shortcuts"] = told(held["keys"])
    if method == "ListShortcuts":
        results["shortcuts"] = told(held["keys"])
    invocation.return_value(GLib.Variant("(ua{sv})", (response, results)))


def command(source, _condition, connection):
    line = source.readline()
    if line == "":
        loop.quit()
        return False
    word, *more = line.split()
    emit = lambda path, name, signal, values: connection.emit_signal(None, path, name, signal, values)
    if word == "press":
        for signal in ("Activated", "Deactivated"):
            values = GLib.Variant("(osta{sv})", (held["session"], more[0], 0, {}))
            emit(PATH, shortcuts.name, signal, values)
    if word == "move":
        held["keys"][more[0]] = more[1]
        values = GLib.Variant.new_tuple(GLib.Variant("o", held["session"]), told(held["keys"]))
        emit(PATH, shortcuts.name, "ShortcutsChanged", values)
    if word == "end":
        emit(held["session"], session.name, "Closed", None)
    say(word)
    return True


shortcuts = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
session = Gio.DBusNodeInfo.new_for_xml(SESSION).interfaces[0]
loop = GLib.MainLoop()
bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
bus.register_object(PATH, shortcuts, called, version, None)
GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, command, bus)
# What the portal would have the bus start otherwise, which mounts a file system.
for name in ("org.freedesktop.portal.Documents", "org.freedesktop.impl.portal.PermissionStore"):
    Gio.bus_own_name_on_connection(bus, name, 0, None, None)
Gio.bus_own_name_on_connection(bus, "org.freedesktop.impl.portal.desktop.test", 0, lambda *_: say("ready"), None)
loop.run()
