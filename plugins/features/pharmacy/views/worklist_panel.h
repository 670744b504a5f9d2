#pragma once

#include "pharmacy/models/counter.h"
#include "ui/widgets/find_list.h"

namespace simiao::pharmacy {

/// What waits at this desk; its field takes a scanned number too.
class WorklistPanel : public ui::FindList
{
    Q_OBJECT

public:
    explicit WorklistPanel(Counter *counter, QWidget *parent = nullptr);

    void retranslate();

protected:
    /// The first that waits.
    int firstRow() const override;

private:
    void openRow(int row);
    void showList();

    Counter *m_counter;
};

} // namespace simiao::pharmacy
