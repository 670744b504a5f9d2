#pragma once

#include "outpatient/models/kept_texts.h"
#include "sdk/visit.h"
#include "ui/widgets/notice_line.h"

namespace simiao::outpatient {

/// Says that texts of this visit are kept which were not taken into its note; shows them to be read and copied, and lets them go.
/// Hidden where there are none.
class KeptLine : public ui::NoticeLine
{
    Q_OBJECT

public:
    explicit KeptLine(sdk::Visit *visit, QWidget *parent = nullptr);

private:
    void follow();
    void showTexts();
    void discard();
    KeptTexts texts() const;

    sdk::Visit *m_visit;
};

} // namespace simiao::outpatient
