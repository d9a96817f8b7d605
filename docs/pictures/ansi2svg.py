#!/usr/bin/env python3
"""ansi2svg.py COLUMNS ROWS < SCREEN > PICTURE: a captured terminal screen as an SVG.

Reads what `tmux capture-pane -e -p -N` prints: text with SGR sequences (24-bit and 256 colours, bold,
underline, reverse). Runs of one style become one rectangle and one text element.
"""
import re
import sys
import unicodedata
from xml.sax.saxutils import escape

CELL_W, CELL_H, FONT = 8.4, 18, 14
FOREGROUND, BACKGROUND = "#cccccc", "#0c0c0c"
BASIC = ["#000000", "#cd3131", "#0dbc79", "#e5e510", "#2472c8", "#bc3fbc", "#11a8cd", "#cccccc",
         "#666666", "#f14c4c", "#23d18b", "#f5f543", "#3b8eea", "#d670d6", "#29b8db", "#ffffff"]


def indexed(n):
    if n < 16:
        return BASIC[n]
    if n < 232:
        n -= 16
        return "#%02x%02x%02x" % tuple(0 if v == 0 else 55 + 40 * v for v in (n // 36, n // 6 % 6, n % 6))
    return "#%02x%02x%02x" % ((8 + 10 * (n - 232),) * 3)


def restyle(style, codes):
    fg, bg, bold, underline, reverse = style
    i = 0
    while i < len(codes):
        code = codes[i]
        if code == 0:
            fg, bg, bold, underline, reverse = None, None, False, False, False
        elif code in (38, 48):
            if codes[i + 1] == 2:
                colour, used = "#%02x%02x%02x" % tuple(codes[i + 2:i + 5]), 4
            else:
                colour, used = indexed(codes[i + 2]), 2
            fg, bg = (colour, bg) if code == 38 else (fg, colour)
            i += used
        elif code == 1: bold = True
        elif code == 22: bold = False
        elif code == 4: underline = True
        elif code == 24: underline = False
        elif code == 7: reverse = True
        elif code == 27: reverse = False
        elif code == 39: fg = None
        elif code == 49: bg = None
        elif 30 <= code <= 37: fg = BASIC[code - 30]
        elif 90 <= code <= 97: fg = BASIC[code - 82]
        elif 40 <= code <= 47: bg = BASIC[code - 40]
        elif 100 <= code <= 107: bg = BASIC[code - 92]
        i += 1
    return fg, bg, bold, underline, reverse


def cells(line, style):
    row, at = [], 0
    for match in re.finditer(r"\x1b\[([0-9;:]*)m|\x1b[^m]*?[A-Za-z]|(.)", line):
        if match.group(2):
            width = 2 if unicodedata.east_asian_width(match.group(2)) in "WF" else 1
            row.append((at, match.group(2), style))
            at += width
        elif match.group(1) is not None:
            codes = [int(c or 0) for c in re.split("[;:]", match.group(1))] if match.group(1) else [0]
            style = restyle(style, codes)
    return row, style


def main():
    columns, rows = int(sys.argv[1]), int(sys.argv[2])
    width, height = columns * CELL_W, rows * CELL_H
    print('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %g %g" font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="%d">' % (width, height, FONT))
    print('<rect width="100%%" height="100%%" fill="%s"/>' % BACKGROUND)
    style = (None, None, False, False, False)
    for y, line in enumerate(sys.stdin.read().split("\n")[:rows]):
        row, style = cells(line, style)
        runs = []
        for x, char, look in row:
            if runs and runs[-1][2] == look and runs[-1][0] + len(runs[-1][1]) == x:
                runs[-1][1] += char
            else:
                runs.append([x, char, look])
        for x, text, (fg, bg, bold, underline, reverse) in runs:
            fg, bg = fg or FOREGROUND, bg or BACKGROUND
            if reverse:
                fg, bg = bg, fg
            if bg != BACKGROUND:
                print('<rect x="%g" y="%d" width="%g" height="%d" fill="%s" shape-rendering="crispEdges"/>' % (x * CELL_W, y * CELL_H, len(text) * CELL_W, CELL_H, bg))
            if text.strip():
                extra = (' font-weight="bold"' if bold else "") + (' text-decoration="underline"' if underline else "")
                print('<text x="%g" y="%g" fill="%s" textLength="%g" xml:space="preserve"%s>%s</text>' % (x * CELL_W, y * CELL_H + 13.5, fg, len(text) * CELL_W, extra, escape(text)))
    print("</svg>")


main()
