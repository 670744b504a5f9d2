#pragma once

#include "sdk/desk.h"
#include "sdk/patient_list_model.h"
#include "ui/widgets/view_state.h"

namespace simiao::sdk {

class KnownState;

/// Finds patients while somebody types. Answers that were overtaken by a later key are dropped.
class PatientSearch : public QObject
{
    Q_OBJECT

public:
    /// People shown at first: more than a list has room for. When there are others the state says so and offers them.
    static constexpr int kFirst = 20;
    static constexpr int kMost = 500;

    explicit PatientSearch(Desk *desk, QObject *parent = nullptr);

    PatientListModel *results() const { return m_results; }
    const ui::ViewState &state() const;
    const QString &text() const { return m_text; }
    /// The answer to the text is still awaited.
    bool isRunning() const { return m_isRunning; }

    void setText(const QString &text);
    /// Asks again for the same text: after a failure, a commit or a change of language.
    void repeat();
    /// What the state offers: more people, else once more the same.
    void act();

Q_SIGNALS:
    void stateChanged();
    /// Rows are about to move: what becomes current until answered is nobody's choice.
    void aboutToAnswer();
    /// The list shows the answer to the text.
    void answered();

private:
    void take(int question, const Result<std::vector<administration::Patient>> &found);
    ui::ViewState stateOf(int found) const;
    ui::ViewState cutOff() const;

    Desk *m_desk;
    PatientListModel *m_results;
    QString m_text;
    KnownState *m_state;
    int m_limit = kFirst;
    int m_question = 0;
    bool m_isRunning = false;
};

} // namespace simiao::sdk
