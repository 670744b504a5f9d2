import QtQuick

/// One department: who is called and where, who else is in, who comes next.
Item {
    id: card

    required property int index
    required property string code
    required property string department
    required property string room
    required property string calledNumber
    required property string calledName
    required property string calledText
    required property string otherCalls
    required property string nextText
    required property string waitingText
    required property bool isNew

    property var theme
    /// Size of the called number, px.
    property real type

    objectName: "waitingRoom.card." + code
    Accessible.role: Accessible.StaticText
    Accessible.name: `${department} ${room} ${calledNumber} ${calledName} ${calledText} ${nextText}`

    Rectangle {
        anchors { fill: parent; margins: 0.08 * card.type }
        radius: card.theme.radius
        color: card.theme.panel
        border {
            color: card.isNew ? card.theme.accent : card.theme.line
            width: card.isNew ? Math.max(4, 0.06 * card.type) : 1
        }

        Item {
            id: content
            anchors { fill: parent; leftMargin: 0.25 * card.type; rightMargin: 0.25 * card.type; topMargin: 0.12 * card.type; bottomMargin: 0.12 * card.type }

            WallText {
                theme: card.theme
                anchors { left: parent.left; right: place.left; rightMargin: 0.2 * card.type; top: parent.top }
                text: card.department
                font { pixelSize: 0.42 * card.type; bold: true }
            }
            WallText {
                id: place
                objectName: "waitingRoom.room." + card.code
                theme: card.theme
                anchors { right: parent.right; top: parent.top }
                width: Math.min(implicitWidth, 0.5 * parent.width)
                text: card.room
                font { pixelSize: 0.42 * card.type; bold: true }
            }

            Item { // what is between the lines above and below, however high the font makes them
                id: middle
                anchors { left: parent.left; right: parent.right; top: place.bottom; bottom: call.top }
            }
            WallText {
                id: number
                objectName: "waitingRoom.number." + card.code
                theme: card.theme
                anchors { left: parent.left; verticalCenter: middle.verticalCenter }
                text: card.calledNumber
                color: card.theme.accent
                font { pixelSize: card.type; bold: true }
            }
            WallText {
                objectName: "waitingRoom.name." + card.code
                theme: card.theme
                anchors { left: number.right; leftMargin: 0.35 * card.type; right: parent.right; verticalCenter: number.verticalCenter }
                height: number.height
                verticalAlignment: Text.AlignVCenter
                text: card.calledName
                font.pixelSize: card.type
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 0.4 * card.type
            }
            WallText {
                id: call
                objectName: "waitingRoom.called." + card.code
                theme: card.theme
                anchors { left: parent.left; bottom: next.top; bottomMargin: 0.1 * card.type }
                text: card.calledText
                color: card.isNew ? card.theme.accent : card.theme.secondary
                font { pixelSize: 0.34 * card.type; bold: card.isNew }
            }
            WallText {
                objectName: "waitingRoom.others." + card.code
                theme: card.theme
                anchors { left: call.right; leftMargin: 0.3 * card.type; right: parent.right; verticalCenter: call.verticalCenter }
                horizontalAlignment: Text.AlignRight
                text: card.otherCalls
                color: card.theme.secondary
                font.pixelSize: 0.34 * card.type
            }

            Rectangle {
                anchors { left: parent.left; right: parent.right; bottom: next.top }
                height: 1
                color: card.theme.line
            }
            WallText {
                id: next
                objectName: "waitingRoom.next." + card.code
                theme: card.theme
                anchors { left: parent.left; right: waiting.left; rightMargin: 0.2 * card.type; bottom: parent.bottom }
                text: card.nextText
                font.pixelSize: 0.42 * card.type
            }
            WallText {
                id: waiting
                theme: card.theme
                anchors { right: parent.right; bottom: parent.bottom }
                text: card.waitingText
                color: card.theme.secondary
                font.pixelSize: 0.42 * card.type
            }
        }
    }
}
