#include "admin/views/path_field.h"

#include "admin/models/words.h"
#include "ui/widgets/plain_tool_tip.h"

#include <QStandardPaths>

namespace simiao::admin {

PathField::PathField(const sdk::Desk *desk, const QString &prefix, const QString &suffix, QWidget *parent)
    : QLineEdit(parent)
    , m_desk(desk)
    , m_prefix(prefix)
    , m_suffix(suffix)
{
    connect(this, &QLineEdit::textChanged, this, // it is often longer than the field
            [this](const QString &path) { setToolTip(ui::plainToolTip(path)); });
    propose();
}

void PathField::propose()
{
    if (isModified() && !text().trimmed().isEmpty())
        return;
    const auto folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const auto stamp = Words::stamp(*m_desk->context().clock);
    setText(QStringLiteral("%1/%2-%3%4").arg(folder, m_prefix, stamp, m_suffix));
}

QString PathField::path()
{
    propose();
    return text().trimmed();
}

} // namespace simiao::admin
