#pragma once

#include "outpatient/models/allergen_search.h"
#include "sdk/visit.h"

#include <QObject>

namespace simiao::outpatient {

/// What is typed of an allergy before it is recorded. Every change goes to the draft journal, under the patient's own id: it
/// waits there through a change of patient or a crash, whatever becomes of the visit.
class AllergyForm : public QObject
{
    Q_OBJECT

public:
    enum class Field { Substance, Reactions, Criticality, Verification, Onset, StrikeReason };
    Q_ENUM(Field)

    explicit AllergyForm(sdk::Visit *visit, QObject *parent = nullptr);

    /// As typed; codes joined by commas for Reactions, codes for Criticality and Verification.
    QString text(Field field) const { return m_texts.value(field); }
    void setText(Field field, const QString &text);
    /// Substances that the text may mean.
    const std::vector<SubstanceChoice> &candidates() const { return m_candidates; }
    /// This one is meant.
    void choose(const SubstanceChoice &choice);
    /// Nothing is typed that recording would use.
    bool isEmpty() const;

    /// What would be recorded. `core.date-malformed` for a time of the reaction that is none.
    Result<workflow::AllergyEntry> entry() const;
    bool isBusy() const { return m_isBusy; }

    /// Records what is typed; then the form is empty.
    void record();
    /// "Asked for, none known."
    void assertNone();
    /// Strikes an allergy with the reason typed; then the reason is empty.
    void strike(Id<clinical::AllergyIntolerance> allergy);

Q_SIGNALS:
    void candidatesChanged();
    /// A grave reaction was marked and nobody had said what the risk is: it is high now.
    void riskProposed();
    /// Another text by anything but the person's own key.
    void refilled();
    void busyChanged();
    void recorded(const QString &substance);
    void noneAsserted();
    void struck();

private:
    template <typename T>
    void run(Task<Result<T>> task, std::function<void(const T &)> done);
    void restore();
    void journal(Field field);
    void proposeRisk();
    void clear(std::initializer_list<Field> fields);
    const AllergenSearch &search() const;
    QString substanceText(const LocalText &text) const;

    sdk::Visit *m_visit;
    mutable std::optional<AllergenSearch> m_search; ///< made when a substance is looked for
    QMap<Field, QString> m_texts;
    std::vector<SubstanceChoice> m_candidates;
    std::optional<SubstanceChoice> m_chosen;
    Uuid m_command;
    bool m_isBusy = false;
};

} // namespace simiao::outpatient
