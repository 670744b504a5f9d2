#pragma once

#include "pharmacy/models/counter.h"

#include <QWidget>

class QLineEdit;
class QListView;

namespace simiao::ui {
class PanelHeader;
class StateView;
} // namespace simiao::ui

namespace simiao::pharmacy {

/// What waits at this desk, and a field that narrows it or takes a scanned number.
class WorklistPanel : public QWidget
{
    Q_OBJECT

public:
    explicit WorklistPanel(Counter *counter, QWidget *parent = nullptr);

    ui::PanelHeader *header() const { return m_header; }
    void enterList();
    void find();
    void retranslate();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showList();
    void openRow(const QModelIndex &index);
    void openCurrent();

    Counter *m_counter;
    ui::PanelHeader *m_header;
    QLineEdit *m_field;
    QListView *m_list;
    ui::StateView *m_state;
    bool m_isReplacing = false;
};

} // namespace simiao::pharmacy
