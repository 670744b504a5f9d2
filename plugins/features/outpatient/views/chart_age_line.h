#pragma once

#include "sdk/visit.h"
#include "ui/widgets/notice_line.h"

namespace simiao::sdk {
class KnownState;
}

namespace simiao::outpatient {

/// Of which time an open chart is, while the store does not answer; hidden otherwise. When it answers again, allergies and images
/// are read anew; what was on record of earlier visits is that of the opening, as ever.
class ChartAgeLine : public ui::NoticeLine
{
    Q_OBJECT

public:
    explicit ChartAgeLine(sdk::Visit *visit, QWidget *parent = nullptr);

private:
    void read();
    void tell();

    sdk::Visit *m_visit;
    sdk::KnownState *m_known;
};

} // namespace simiao::outpatient
