import QtQuick

/// A line in the colour of the theme and the font of the program; what does not fit is cut with an ellipsis.
Text {
    required property var theme

    color: theme.text
    textFormat: Text.PlainText
    elide: Text.ElideRight
}
