#pragma once

#include "pharmacy/models/counter.h"

#include <QWidget>

class QLineEdit;
class QTableView;

namespace simiao::ui {
class LabelRow;
class NoticeLine;
class PanelHeader;
class StateView;
class TextLabel;
} // namespace simiao::ui

namespace simiao::pharmacy {

class FormBand;
class SheetFacts;

/// The prescription as on paper, the lots it is taken from, and the words that go back to the doctor.
class SheetPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SheetPanel(Counter *counter, QWidget *parent = nullptr);

    bool isWritingNote() const;
    /// Opens the note's field, with what was typed before.
    void writeNote();
    void retranslate();

Q_SIGNALS:
    /// The note is written.
    void noteConfirmed();
    void noteLeft();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makePaper();
    QWidget *makeNoteRow();
    void showSheet();
    void showLots();
    void showWithdrawal();
    void closeNote();

    Counter *m_counter;
    ui::PanelHeader *m_header;
    ui::TextLabel *m_status;
    ui::NoticeLine *m_withdrawn; ///< by whom and when; hidden else
    FormBand *m_band;
    SheetFacts *m_facts;
    QTableView *m_lines;
    ui::TextLabel *m_amount;
    ui::PanelHeader *m_lotsHeader;
    QTableView *m_lots;
    ui::NoticeLine *m_lotsProblem;
    QWidget *m_lotsProblemBox; ///< with air around; hidden as a whole
    QLineEdit *m_note;
    ui::LabelRow *m_noteRow;
    ui::TextLabel *m_noteHint;
    QWidget *m_noteBox;
    ui::StateView *m_state;
    std::optional<Id<medications::Prescription>> m_shown;
};

} // namespace simiao::pharmacy
