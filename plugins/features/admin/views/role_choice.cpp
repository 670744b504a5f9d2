#include "admin/views/role_choice.h"

#include "admin/models/words.h"

namespace simiao::admin {

namespace {

constexpr int kMostRows = 8;

} // namespace

RoleChoice::RoleChoice(const sdk::Desk *desk, QWidget *parent)
    : QListWidget(parent)
    , m_desk(desk)
{
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    for (const auto &role : desk->context().policy->roles()) {
        auto *item = new QListWidgetItem(this);
        item->setData(Qt::UserRole, role.code);
        item->setCheckState(Qt::Unchecked);
    }
    setEditable(false);
    retranslate();
    connect(this, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        Q_EMIT roleSet(item->data(Qt::UserRole).toString(), item->checkState() == Qt::Checked);
    });
}

void RoleChoice::setRoles(const QStringList &codes)
{
    const QSignalBlocker quiet(this); // shown, not chosen
    for (int row = 0; row < count(); ++row) {
        const auto code = item(row)->data(Qt::UserRole).toString();
        item(row)->setCheckState(codes.contains(code) ? Qt::Checked : Qt::Unchecked);
    }
}

void RoleChoice::setEditable(bool isEditable)
{
    const QSignalBlocker quiet(this);
    setFocusPolicy(isEditable ? Qt::StrongFocus : Qt::NoFocus);
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    for (int row = 0; row < count(); ++row)
        item(row)->setFlags(isEditable ? flags | Qt::ItemIsUserCheckable : flags);
}

void RoleChoice::retranslate()
{
    const QSignalBlocker quiet(this);
    for (int row = 0; row < count(); ++row)
        item(row)->setText(Words::roles({item(row)->data(Qt::UserRole).toString()}, *m_desk));
}

QString RoleChoice::text() const
{
    QStringList titles;
    for (int row = 0; row < count(); ++row) {
        if (item(row)->checkState() == Qt::Checked)
            titles.append(item(row)->text());
    }
    return titles.join(QStringLiteral(", "));
}

QSize RoleChoice::sizeHint() const
{
    const int rows = qBound(1, count(), kMostRows);
    const int height = rows * qMax(1, sizeHintForRow(0)) + 2 * frameWidth();
    return {QListWidget::sizeHint().width(), height};
}

} // namespace simiao::admin
