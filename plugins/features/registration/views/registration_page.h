#pragma once

#include "registration/models/front_desk.h"
#include "sdk/work_page.h"

class QAction;

namespace simiao::registration {

class DetailsPanel;
class FindPanel;
class SlipPanel;
class SlotPanel;

/// The front desk's page: find at the left, patient and half-hour in the middle, slip and visits at the right.
class RegistrationPage : public sdk::WorkPage
{
    Q_OBJECT

public:
    explicit RegistrationPage(sdk::Desk *desk, QWidget *parent = nullptr);

private:
    void makeActions();
    void layOut();
    void connectPanels();
    void retranslate();
    void startNew();
    void openDuplicate();
    void goBackFromSlots();

    FrontDesk *m_frontDesk;
    FindPanel *m_find;
    DetailsPanel *m_details;
    SlotPanel *m_halfHours;
    SlipPanel *m_slip;
    QAction *m_checkIn = nullptr;
    QAction *m_newPatient = nullptr;
    QAction *m_clearForm = nullptr;
    QAction *m_findPatient = nullptr;
    QAction *m_reveal = nullptr;
    QAction *m_goToPatient = nullptr;
    QAction *m_goToHalfHours = nullptr;
};

} // namespace simiao::registration
