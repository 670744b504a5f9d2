#pragma once

#include <QHash>
#include <QList>
#include <QWidget>

class QAction;

namespace simiao::ui {
class ActionButton;
} // namespace simiao::ui

namespace simiao::sdk {

class Desk;

/// A page of one desk's daily work: a list at the left, what is chosen in it in the middle, evidence at the right, and the
/// keys of the work in a bar below. The columns keep the widths that people gave them.
class WorkPage : public QWidget
{
    Q_OBJECT

public:
    /// \param id  such as "cashier": object names begin with it
    WorkPage(const QString &id, Desk *desk, QWidget *parent = nullptr);

    Desk *desk() const { return m_desk; }

protected:
    struct Columns
    {
        QWidget *list;
        QWidget *middle;
        QWidget *evidence;
    };

    QAction *addCommand(const QString &name, const QString &keys);
    /// Once, when all commands are made.
    /// \param steps  what the work goes on with, emphasised
    void layOut(const Columns &columns, const QList<QAction *> &steps, const QList<QAction *> &others);
    /// Null when it has none.
    ui::ActionButton *buttonOf(const QAction *action) const;
    /// The middle of a page when it is more than one panel: one below the other on the colour of paper.
    static QWidget *stacked(const QList<QWidget *> &parts, QWidget *stretched);

private:
    QWidget *makeActionBar(const QList<QAction *> &steps, const QList<QAction *> &others);

    QString m_id;
    Desk *m_desk;
    QHash<const QAction *, ui::ActionButton *> m_buttons;
};

} // namespace simiao::sdk
