#pragma once

#include "sdk/visit.h"
#include "ui/widgets/badge.h"
#include "workflow/ports/presence.h"

#include <QPointer>

namespace simiao::outpatient {

/// Says who else writes this visit at another desk, and tells the others that it is written here, from the first word on until it
/// is signed or closed. It locks nothing. Hidden where nobody else is there, or where there is one desk.
class PresenceBadge : public ui::Badge
{
    Q_OBJECT

public:
    explicit PresenceBadge(sdk::Visit *visit, QWidget *parent = nullptr);
    ~PresenceBadge() override;

private:
    void announce();
    void withdraw();
    void showOthers();

    sdk::Visit *m_visit;
    QPointer<workflow::Presence> m_presence; ///< null: one desk
    Uuid m_subject;
    bool m_isAnnounced = false;
};

} // namespace simiao::outpatient
