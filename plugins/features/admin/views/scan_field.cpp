#include "admin/views/scan_field.h"

#include <QKeyEvent>

namespace simiao::admin {

ScanField::ScanField(QWidget *parent)
    : QLineEdit(parent)
{
    setObjectName(QStringLiteral("admin.devices.trial"));
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setReadOnly(true); // it shows what came; nothing is edited
}

void ScanField::forget()
{
    m_burst.clear();
    clear();
}

void ScanField::keyPressEvent(QKeyEvent *event)
{
    const QString text = event->text();
    const bool isPart = !text.isEmpty() && (text.front().isPrint() || text == QLatin1StringView("\r"));
    const bool isCommand = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier);
    if (!isPart || isCommand)
        return QLineEdit::keyPressEvent(event);
    m_burst.add(text, qint64(event->timestamp()));
    setText(m_burst.verdict().text);
    Q_EMIT received();
    event->accept();
}

} // namespace simiao::admin
