#pragma once

#include "sdk/desk.h"

#include <QListWidget>

namespace simiao::admin {

/// The roles there are, each with a mark: what a person is. Space sets and takes marks while it may be changed.
class RoleChoice : public QListWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    explicit RoleChoice(const sdk::Desk *desk, QWidget *parent = nullptr);

    void setRoles(const QStringList &codes);
    void setEditable(bool isEditable);
    void retranslate();
    /// Titles of the roles with a mark.
    QString text() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void roleSet(const QString &code, bool isGiven);

private:
    const sdk::Desk *m_desk;
};

} // namespace simiao::admin
