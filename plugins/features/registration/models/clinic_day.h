#pragma once

#include "registration/models/slot_list_model.h"
#include "sdk/known_state.h"
#include "sdk/one_reading.h"

namespace simiao::registration {

/// Where somebody can still go today: departments with half-hours from now on, and the places left in them.
class ClinicDay : public QObject
{
    Q_OBJECT

public:
    explicit ClinicDay(sdk::Desk *desk, QObject *parent = nullptr);

    const std::vector<Clinic> &clinics() const { return m_clinics; }
    /// Null when there is none.
    const Clinic *current() const;
    void setCurrent(int index);
    int currentIndex() const { return m_current; }

    SlotListModel *halfHours() const { return m_halfHours; }
    const ui::ViewState &state() const { return m_state->state(); }
    /// Department in the interface's language.
    QString nameOf(const administration::Organization &department) const;

    void reload();
    void retranslate();

Q_SIGNALS:
    void clinicsChanged();
    /// Rows are about to move: what becomes current until halfHoursChanged is nobody's choice.
    void halfHoursAboutToChange();
    /// The half-hours of the current department changed.
    void halfHoursChanged();
    void stateChanged();

private:
    void take(const Result<std::vector<Clinic>> &clinics);
    void showHalfHours();

    sdk::Desk *m_desk;
    SlotListModel *m_halfHours;
    std::vector<Clinic> m_clinics;
    sdk::KnownState *m_state;
    sdk::OneReading m_reading;
    int m_current = -1;
};

} // namespace simiao::registration
