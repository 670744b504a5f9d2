import QtQuick

/// The wall: head with title and time, one card a department, a line that says what is not known. Only draws; every text
/// comes from `waitingRoom` (models/waiting_room.h).
Rectangle {
    id: wall

    required property var waitingRoom
    required property var theme

    /// Size of the called numbers, px: the theme's, unless the window is too small for it.
    readonly property real type: Math.min(theme.type, width / 16, height / 9)
    readonly property bool isInTrouble: waitingRoom.state === "stale" || waitingRoom.state === "error"

    // Cards share the board; none is smaller than this. What does not fit comes on the next page.
    readonly property real cardWidth: 8 * type
    readonly property real cardHeight: 3.7 * type
    readonly property int mostRows: Math.max(1, Math.floor(board.height / cardHeight))
    readonly property int mostColumns: Math.max(1, Math.floor(board.width / cardWidth))
    readonly property int perPage: mostRows * mostColumns
    readonly property int pages: Math.max(1, Math.ceil(cards.count / perPage))
    readonly property int shown: Math.max(1, Math.min(cards.count, perPage))
    readonly property int rows: Math.min(shown, mostRows)
    readonly property int columns: Math.ceil(shown / rows)
    property int page: 0

    objectName: "waitingRoom.wall"
    color: theme.surface
    onPagesChanged: page = Math.min(page, pages - 1)

    Connections {
        target: wall.waitingRoom

        function onCalled(row) { // whoever is called must see it now
            wall.page = Math.floor(row / wall.perPage)
            if (turning.running)
                turning.restart()
        }
    }

    Timer {
        id: turning
        interval: 10000
        repeat: true
        running: wall.pages > 1
        onTriggered: wall.page = (wall.page + 1) % wall.pages
    }

    Item {
        id: head
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: 0.2 * wall.type }
        height: wall.type

        WallText {
            id: title
            theme: wall.theme
            anchors { left: parent.left; verticalCenter: parent.verticalCenter }
            text: wall.waitingRoom.title
            font { pixelSize: 0.55 * wall.type; bold: true }
        }
        WallText {
            objectName: "waitingRoom.page"
            theme: wall.theme
            anchors { left: title.right; leftMargin: 0.6 * wall.type; verticalCenter: parent.verticalCenter }
            visible: wall.pages > 1
            text: (wall.page + 1) + " / " + wall.pages
            color: wall.theme.secondary
            font.pixelSize: 0.4 * wall.type
        }
        WallText {
            theme: wall.theme
            anchors { right: clock.left; rightMargin: 0.4 * wall.type; verticalCenter: parent.verticalCenter }
            text: wall.waitingRoom.date
            color: wall.theme.secondary
            font.pixelSize: 0.4 * wall.type
        }
        WallText {
            id: clock
            objectName: "waitingRoom.time"
            theme: wall.theme
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            text: wall.waitingRoom.time
            font { pixelSize: 0.8 * wall.type; bold: true }
        }
    }

    Item {
        id: board
        anchors { left: parent.left; right: parent.right; top: head.bottom; bottom: trouble.top; margins: 0.1 * wall.type }

        Repeater {
            id: cards
            model: wall.waitingRoom.boards

            DepartmentCard {
                readonly property int place: index % wall.perPage

                theme: wall.theme
                visible: Math.floor(index / wall.perPage) === wall.page
                width: board.width / wall.columns
                height: board.height / wall.rows
                x: (place % wall.columns) * width
                y: Math.floor(place / wall.columns) * height
                type: wall.type * Math.min(width / wall.cardWidth, height / wall.cardHeight, 2.5)
            }
        }

        WallText {
            objectName: "waitingRoom.nothing"
            theme: wall.theme
            anchors.centerIn: parent
            width: parent.width
            visible: cards.count === 0 && !wall.isInTrouble
            text: wall.waitingRoom.notice
            color: wall.theme.secondary
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.WordWrap
            font.pixelSize: 0.6 * wall.type
        }
    }

    Rectangle {
        id: trouble
        readonly property color ink: wall.waitingRoom.state === "error" ? wall.theme.block : wall.theme.warn

        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: wall.isInTrouble ? words.height + 0.3 * wall.type : 0
        visible: wall.isInTrouble
        color: wall.theme.panel
        border { color: ink; width: 2 }

        Rectangle { // the sign: a shape and a letter, not only a colour
            id: sign
            anchors { left: parent.left; leftMargin: 0.3 * wall.type; verticalCenter: parent.verticalCenter }
            width: 0.6 * wall.type
            height: width
            radius: width / 2
            color: trouble.ink

            WallText {
                theme: wall.theme
                anchors.centerIn: parent
                text: "!"
                color: wall.theme.panel
                font { pixelSize: 0.42 * wall.type; bold: true }
            }
        }
        Column {
            id: words
            anchors { left: sign.right; right: parent.right; margins: 0.3 * wall.type; verticalCenter: parent.verticalCenter }

            WallText {
                objectName: "waitingRoom.notice"
                theme: wall.theme
                width: parent.width
                text: wall.waitingRoom.notice
                color: trouble.ink
                wrapMode: Text.WordWrap
                font { pixelSize: 0.45 * wall.type; bold: true }
            }
            WallText {
                objectName: "waitingRoom.cause"
                theme: wall.theme
                width: parent.width
                visible: text.length > 0
                text: wall.waitingRoom.cause
                wrapMode: Text.WordWrap
                font.pixelSize: 0.25 * wall.type
            }
        }
    }
}
