#pragma once

#include "ui/widgets/view_state.h"

#include <QWidget>

class QAbstractItemDelegate;
class QAbstractItemModel;
class QLineEdit;
class QListView;
class QModelIndex;

namespace simiao::ui {

class PanelHeader;
class StateView;

/// What waits at a desk: a title, a field that narrows the list, and the list. Enter and Down go from the field into the list and
/// open its current row; Escape goes back. While the list has the focus, a row that becomes current is opened; rows that move
/// because the list was read again are nobody's choice.
class FindList : public QWidget
{
    Q_OBJECT

public:
    /// \param delegate  becomes the list's child
    FindList(QAbstractItemModel *model, QAbstractItemDelegate *delegate, QWidget *parent = nullptr);

    PanelHeader *header() const { return m_header; }
    QLineEdit *field() const { return m_field; }
    QListView *list() const { return m_list; }
    void enterList();
    void find();

    /// Rows are about to move.
    void beginReplacing() { m_isReplacing = true; }
    /// They are as they are; `row` is the one that is open, -1: none.
    void showRows(const ViewState &state, int row);

Q_SIGNALS:
    void textChanged(const QString &text);
    void rowOpened(int row);
    /// Enter in the list: the row opened is the one.
    void confirmed();
    /// The action of the state that is shown.
    void actionTriggered();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    /// Which row Enter opens when none is current; -1: none.
    virtual int firstRow() const;

private:
    void openCurrent();
    void open(const QModelIndex &index);

    PanelHeader *m_header;
    QLineEdit *m_field;
    QListView *m_list;
    StateView *m_state;
    bool m_isReplacing = false;
};

} // namespace simiao::ui
