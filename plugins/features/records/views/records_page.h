#pragma once

#include "records/models/history_model.h"
#include "sdk/desk.h"
#include "sdk/patient_search.h"

#include <QWidget>

class QAction;
class QLineEdit;
class QListView;
class QPlainTextEdit;
class QStackedLayout;
class QTreeView;

namespace simiao::ui {
class PanelHeader;
class StateView;
} // namespace simiao::ui

namespace simiao::records {

class BreakGlassPanel;

/// Any patient's record, outside a visit: who is looked for at the left (the last opened ones while nothing is typed), the
/// history in the middle, who opened the record at the right.
class RecordsPage : public QWidget
{
    Q_OBJECT

public:
    explicit RecordsPage(sdk::Desk *desk, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeFinder();
    QWidget *makeMiddle();
    QWidget *makeRight();
    QWidget *makeActionBar();
    void layOut();
    void connectParts();

    void showFound();
    void showRecent();
    void choose(const QModelIndex &index);
    void open(Id<administration::Patient> patient, std::optional<workflow::BreakGlassReason> reason);
    void readRecord();
    void show(workflow::PatientRecord record);
    void showHistory();
    /// The button says what it does to this record.
    void nameRestriction();
    void showEntry(const QModelIndex &index);
    void refuse(const Error &error);
    void showTrail(const Result<std::vector<workflow::RecordAccess>> &trail);
    void readTrail();
    void toggleRestriction();
    void clear();
    void find();
    void retranslate();

    sdk::Desk *m_desk;
    sdk::PatientSearch *m_search;
    sdk::PatientListModel *m_recent;
    HistoryModel *m_history;
    TrailModel *m_trail;
    ui::PanelHeader *m_finderHeader;
    ui::PanelHeader *m_recordHeader;
    ui::PanelHeader *m_trailHeader;
    QLineEdit *m_field;
    QListView *m_people;
    ui::StateView *m_peopleState;
    QTreeView *m_entries;
    QPlainTextEdit *m_text;
    bool m_entersWhenAnswered = false;
    ui::StateView *m_recordState;
    BreakGlassPanel *m_breakGlass;
    QStackedLayout *m_middle = nullptr;
    QTreeView *m_trailList;
    ui::StateView *m_trailState;
    QAction *m_findAction;
    QAction *m_restrict;
    std::optional<Id<administration::Patient>> m_patient; ///< who was chosen last
    std::optional<workflow::BreakGlassReason> m_reason;   ///< for opening her record
    std::optional<workflow::PatientRecord> m_record;
    sdk::KnownState *m_recordKnown;
    sdk::KnownState *m_trailKnown;
    sdk::KnownState *m_recentKnown;
};

} // namespace simiao::records
