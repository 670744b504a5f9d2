#pragma once

#include "cashier/models/till.h"
#include "ui/widgets/find_list.h"

namespace simiao::cashier {

/// Visits with something to pay. Enter opens the current one.
class VisitsPanel : public ui::FindList
{
    Q_OBJECT

public:
    explicit VisitsPanel(Till *till, QWidget *parent = nullptr);

    void retranslate();

private:
    void showList();

    Till *m_till;
};

} // namespace simiao::cashier
