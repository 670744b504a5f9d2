#pragma once

#include "sdk/desk.h"

#include <QLineEdit>

namespace simiao::admin {

/// Where a file goes: a path in the person's documents folder with the time in its name, until she types another one.
class PathField : public QLineEdit
{
    Q_OBJECT

public:
    /// \param prefix, suffix  of the proposed name: "audit", ".csv"
    PathField(const sdk::Desk *desk, const QString &prefix, const QString &suffix, QWidget *parent = nullptr);

    /// Proposes a name with the present minute, unless a path was typed.
    void propose();
    /// What stands there; an empty field is given the proposal.
    QString path();

private:
    const sdk::Desk *m_desk;
    QString m_prefix;
    QString m_suffix;
};

} // namespace simiao::admin
