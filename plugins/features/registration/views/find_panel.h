#pragma once

#include "registration/models/front_desk.h"

#include <QWidget>

class QLineEdit;
class QListView;

namespace simiao::ui {
class PanelHeader;
class StateView;
} // namespace simiao::ui

namespace simiao::registration {

/// One field and the people it finds. Enter goes into the list and opens its first, Enter there goes on.
class FindPanel : public QWidget
{
    Q_OBJECT

public:
    explicit FindPanel(FrontDesk *frontDesk, QWidget *parent = nullptr);

    ui::PanelHeader *header() const { return m_header; }
    /// The cursor into the field, its text ready to be typed over.
    void find();
    void retranslate();

Q_SIGNALS:
    /// The patient opened is the one.
    void confirmed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showState();
    void enterList();
    void keepCurrent();
    void openRow(const QModelIndex &index);
    bool handleFieldKey(int key);

    FrontDesk *m_frontDesk;
    ui::PanelHeader *m_header;
    QLineEdit *m_field;
    QListView *m_list;
    ui::StateView *m_state;
    bool m_entersWhenAnswered = false;
    bool m_isReplacing = false;
};

} // namespace simiao::registration
