#pragma once

#include "sdk/visit.h"
#include "ui/widgets/notice_line.h"
#include "workflow/consultation/withdrawn_prescriptions.h"

namespace simiao::outpatient {

/// Of the prescriptions of this visit that were withdrawn: by whom, when, why, and what they said. Hidden where there are none.
/// Read again whenever a prescription changes anywhere.
class WithdrawnLine : public ui::NoticeLine
{
    Q_OBJECT

public:
    explicit WithdrawnLine(sdk::Visit *visit, QWidget *parent = nullptr);

private:
    void read();
    void tell();

    sdk::Visit *m_visit;
    std::vector<workflow::WithdrawnPrescription> m_withdrawn;
};

} // namespace simiao::outpatient
