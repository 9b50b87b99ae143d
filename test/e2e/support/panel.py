#!/usr/bin/python3
"""A panel and a notification daemon for tests, on the session bus: what a desktop has and a virtual display lacks.

Shows StatusNotifier icons to nobody and pops notifications up nowhere; tells what it got as JSON lines on standard
output and takes commands on standard input: `press X Y`, `menu`, `choose ID`, `picture`, `click ACTION`.
"""

import json
import sys

from gi.repository import Gio, GLib

WATCHER = """<node><interface name='org.kde.StatusNotifierWatcher'>
  <method name='RegisterStatusNotifierItem'><arg type='s' direction='in'/></method>
  <method name='RegisterStatusNotifierHost'><arg type='s' direction='in'/></method>
  <property name='RegisteredStatusNotifierItems' type='as' access='read'/>
  <property name='IsStatusNotifierHostRegistered' type='b' access='read'/>
  <property name='ProtocolVersion' type='i' access='read'/>
  <signal name='StatusNotifierItemRegistered'><arg type='s'/></signal>
</interface></node>"""

NOTIFICATIONS = """<node><interface name='org.freedesktop.Notifications'>
  <method name='GetCapabilities'><arg type='as' direction='out'/></method>
  <method name='GetServerInformation'>
    <arg type='s' direction='out'/><arg type='s' direction='out'/>
    <arg type='s' direction='out'/><arg type='s' direction='out'/>
  </method>
  <method name='Notify'>
    <arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>
    <arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='as' direction='in'/>
    <arg type='a{sv}' direction='in'/><arg type='i' direction='in'/><arg type='u' direction='out'/>
  </method>
  <method name='CloseNotification'><arg type='u' direction='in'/></method>
</interface></node>"""

bus = Gio.bus_get_sync(Gio.BusType.SESSION)
loop = GLib.MainLoop()
icons = []
shown = 0


def tell(**what):
    print(json.dumps(what), flush=True)


def ask(owner, path, interface, method, arguments=None):
    none = Gio.DBusCallFlags.NONE
    return bus.call_sync(owner, path, interface, method, arguments, None, none, 4000, None).unpack()


def watcher_called(_bus, sender, _path, _interface, method, arguments, invocation):
    if method == 'RegisterStatusNotifierItem':
        name = arguments.unpack()[0]
        # Either a bus name, or a path on the sender's own connection.
        icons.append((sender, name) if name.startswith('/') else (name, '/StatusNotifierItem'))
        tell(event='icon')
    invocation.return_value(None)


def watcher_property(_bus, _sender, _path, _interface, name):
    return {
        'RegisteredStatusNotifierItems': GLib.Variant('as', [owner + path for owner, path in icons]),
        'IsStatusNotifierHostRegistered': GLib.Variant('b', True),
        'ProtocolVersion': GLib.Variant('i', 0),
    }[name]


def signalled(name, what):
    bus.emit_signal(None, '/org/freedesktop/Notifications', 'org.freedesktop.Notifications', name, what)


def notifications_called(_bus, _sender, _path, _interface, method, arguments, invocation):
    global shown
    if method == 'GetCapabilities':
        return invocation.return_value(GLib.Variant('(as)', (['body', 'body-markup', 'actions'],)))
    if method == 'GetServerInformation':
        return invocation.return_value(GLib.Variant('(ssss)', ('panel', 'tests', '1', '1.2')))
    if method == 'Notify':
        _app, _replaces, icon, title, body, actions, *_rest = arguments.unpack()
        shown += 1
        tell(event='notice', icon=icon, title=title, body=body, actions=actions)
        return invocation.return_value(GLib.Variant('(u)', (shown,)))
    if method == 'CloseNotification':
        # By whoever showed it, which waits for this.
        signalled('NotificationClosed', GLib.Variant('(uu)', (arguments.unpack()[0], 3)))
    return invocation.return_value(None)


def entries_of(menu):
    """A submenu's entries stand behind it."""
    for child in menu[2]:
        yield child[0], child[1].get('label', '')
        yield from entries_of(child)


def obey(line):
    command, *words = line.split()
    if command == 'click':
        # The freedesktop notification's default action is a click on it; others are its buttons.
        signalled('ActionInvoked', GLib.Variant('(us)', (shown, words[0])))
        tell(event='clicked')
        return
    owner, path = icons[-1]
    item = 'org.kde.StatusNotifierItem'
    if command == 'press':
        ask(owner, path, item, 'Activate', GLib.Variant('(ii)', (int(words[0]), int(words[1]))))
        tell(event='pressed')
        return
    if command == 'picture':
        get = GLib.Variant('(ss)', (item, 'IconPixmap'))
        width, height, argb = max(ask(owner, path, 'org.freedesktop.DBus.Properties', 'Get', get)[0])
        tell(event='picture', width=width, height=height, argb=bytes(argb).hex())
        return
    get = GLib.Variant('(ss)', (item, 'Menu'))
    menu = ask(owner, path, 'org.freedesktop.DBus.Properties', 'Get', get)[0]
    if command == 'menu':
        layout = ask(owner, menu, 'com.canonical.dbusmenu', 'GetLayout', GLib.Variant('(iias)', (0, -1, [])))
        entries = list(entries_of(layout[1]))
        tell(event='menu', entries=entries)
    elif command == 'choose':
        clicked = GLib.Variant('(isvu)', (int(words[0]), 'clicked', GLib.Variant('s', ''), 0))
        ask(owner, menu, 'com.canonical.dbusmenu', 'Event', clicked)
        tell(event='chosen')


def on_input(_channel, _condition):
    line = sys.stdin.readline()
    if not line:
        loop.quit()
        return False
    try:
        obey(line)
    except Exception as error:  # A test waits for an answer, good or bad.
        tell(event='error', error=str(error))
    return True


def interface(xml):
    return Gio.DBusNodeInfo.new_for_xml(xml).interfaces[0]


bus.register_object('/StatusNotifierWatcher', interface(WATCHER), watcher_called, watcher_property, None)
bus.register_object('/org/freedesktop/Notifications', interface(NOTIFICATIONS), notifications_called, None, None)
for owned in ('org.kde.StatusNotifierWatcher', 'org.freedesktop.Notifications'):
    Gio.bus_own_name_on_connection(bus, owned, Gio.BusNameOwnerFlags.NONE, lambda _b, name: tell(event='owns', name=name), None)
GLib.io_add_watch(GLib.IOChannel.unix_new(0), GLib.IO_IN | GLib.IO_HUP, on_input)
loop.run()
