#pragma once

#include "pharmacy/models/line_table_model.h"
#include "pharmacy/models/lot_table_model.h"
#include "pharmacy/models/work_list_model.h"
#include "sdk/known_state.h"
#include "sdk/one_reading.h"

namespace simiao::pharmacy {

/// What an allergy rule says of one drug of the sheet; without a drug it concerns all of them.
struct AllergyFinding
{
    QString drug;
    Issue issue;
};

/// The dispensary's counter: what waits, the prescription in hand, and the three steps it takes from here.
class Counter : public QObject
{
    Q_OBJECT

public:
    /// What can be done with the prescription in hand.
    enum class Step { None, Review, Dispense, HandOver };

    explicit Counter(sdk::Desk *desk, QObject *parent = nullptr);

    sdk::Desk *desk() const { return m_desk; }
    WorkListModel *worklist() const { return m_worklist; }
    LineTableModel *lines() const { return m_lines; }
    LotTableModel *lots() const { return m_lots; }
    const ui::ViewState &listState() const { return m_listState->state(); }
    const ui::ViewState &sheetState() const { return m_sheetState->state(); }

    /// The sheet shown; the last one until that of the current prescription is read whole, then all of it changes at once.
    const std::optional<Sheet> &sheet() const { return m_sheet; }
    /// The prescription in hand, also while its sheet is being read.
    const std::optional<Id<medications::Prescription>> &current() const { return m_current; }
    /// None while a step is under way.
    Step step() const;
    /// In the order of the lines; that nobody asked for allergies is said once.
    std::vector<AllergyFinding> allergyFindings() const;

    /// The pharmacist's words to the doctor; kept per prescription until it is returned.
    QString returnNote() const;
    void setReturnNote(const QString &note);

    /// Shows only prescriptions whose patient or number fits; empty shows all.
    void setFilter(const QString &text);
    void open(Id<medications::Prescription> id);
    void pass();
    /// Nothing happens without a note.
    void returnToDoctor();
    void dispense();
    void handOver();
    void reload();
    void retranslate();

Q_SIGNALS:
    /// Rows are about to move: what becomes current until listChanged is nobody's choice.
    void listAboutToChange();
    void listChanged();
    /// Another prescription, or another state of it.
    void changed();
    /// A step was stored.
    void stepDone();

private:
    void review(bool isPassed);
    void runStep(Task<Result<medications::Prescription>> task, const QString &done);
    void readList();
    void takeList(const Result<std::vector<Work>> &work);
    void showList();
    void readCurrent();
    void takeSheet(const Result<Sheet> &sheet);

    sdk::Desk *m_desk;
    WorkListModel *m_worklist;
    LineTableModel *m_lines;
    LotTableModel *m_lots;
    std::vector<Work> m_work;
    QString m_filter;
    std::optional<Id<medications::Prescription>> m_current;
    std::optional<Sheet> m_sheet;
    Uuid m_command;
    bool m_isBusy = false;
    sdk::KnownState *m_listState;
    sdk::OneReading m_reading; ///< of the list
    sdk::KnownState *m_sheetState;
};

} // namespace simiao::pharmacy
