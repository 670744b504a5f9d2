#pragma once

#include "registration/models/front_desk.h"

#include <QWidget>

class QComboBox;
class QListView;

namespace simiao::ui {
class LabelRow;
class PanelHeader;
class StateView;
} // namespace simiao::ui

namespace simiao::registration {

/// Department and half-hour; the nearest free one is chosen. Enter on a half-hour checks in.
class SlotPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SlotPanel(FrontDesk *frontDesk, QWidget *parent = nullptr);

    ui::PanelHeader *header() const { return m_header; }
    void enter();
    void retranslate();

Q_SIGNALS:
    void confirmed();
    void passedStart();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showClinics();
    void showState();
    void keepChoice();
    void choose(const QModelIndex &index);

    FrontDesk *m_frontDesk;
    ui::PanelHeader *m_header;
    QComboBox *m_department;
    ui::LabelRow *m_departmentRow;
    QListView *m_list;
    ui::StateView *m_state;
    Id<scheduling::Slot> m_chosen;
    bool m_isReplacing = false;
};

} // namespace simiao::registration
