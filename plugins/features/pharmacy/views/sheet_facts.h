#pragma once

#include "pharmacy/models/counter.h"

#include <QMap>
#include <QWidget>

class QGridLayout;

namespace simiao::ui {
class TextLabel;
} // namespace simiao::ui

namespace simiao::pharmacy {

/// The front matter of a prescription: who, where, for what, by whom.
class SheetFacts : public QWidget
{
    Q_OBJECT

public:
    explicit SheetFacts(Counter *counter, QWidget *parent = nullptr);

    void retranslate();

private:
    enum Fact { Patient, SexAge, Mrn, Department, Prescriber, Signed, Diagnosis, Allergies };

    void addFact(Fact fact, const QString &name, int row, int column, int span);
    void showSheet();
    QString diagnoses(const Sheet &sheet) const;
    QString allergies(const Sheet &sheet) const;

    Counter *m_counter;
    QGridLayout *m_grid;
    QMap<Fact, ui::TextLabel *> m_captions;
    QMap<Fact, ui::TextLabel *> m_values;
};

} // namespace simiao::pharmacy
