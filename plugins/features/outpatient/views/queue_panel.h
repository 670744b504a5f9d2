#pragma once

#include "outpatient/models/queue_model.h"
#include "sdk/known_state.h"
#include "sdk/one_reading.h"

#include <QListView>
#include <QWidget>

namespace simiao::ui {
class PanelHeader;
class TextLabel;
} // namespace simiao::ui

namespace simiao::outpatient {

/// The queue of the physician's department; follows the change feed.
class QueuePanel : public QWidget
{
    Q_OBJECT

public:
    explicit QueuePanel(sdk::Desk *desk, QWidget *parent = nullptr);

    ui::PanelHeader *header() const { return m_header; }
    /// The next patient who waits; null when nobody does.
    const QueueEntry *nextWaiting() const;
    void select(Id<scheduling::QueueTask> task);
    void reload();
    void retranslate();

Q_SIGNALS:
    /// Enter or a double click on a patient.
    void chosen(const simiao::outpatient::QueueEntry &entry);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showQueue(Result<std::vector<QueueEntry>> entries);
    void choose(const QModelIndex &index);
    void showDrafts();

    sdk::Desk *m_desk;
    QueueModel *m_model;
    QListView *m_list;
    ui::PanelHeader *m_header;
    sdk::KnownState *m_known;
    sdk::OneReading m_reading;
    ui::TextLabel *m_summary;
};

} // namespace simiao::outpatient
