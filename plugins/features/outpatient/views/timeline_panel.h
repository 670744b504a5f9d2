#pragma once

#include "sdk/visit.h"

#include <QListWidget>
#include <QWidget>

namespace simiao::ui {
class StateView;
}

namespace simiao::outpatient {

/// What happened before: earlier notes and diagnoses, newest first.
class TimelinePanel : public QWidget
{
    Q_OBJECT

public:
    explicit TimelinePanel(sdk::Visit *visit, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showRecord();

    sdk::Visit *m_visit;
    QListWidget *m_list;
    ui::StateView *m_state;
};

} // namespace simiao::outpatient
