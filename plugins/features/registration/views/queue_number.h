#pragma once

#include "ui/widgets/text_label.h"

namespace simiao::registration {

/// The queue number, half as big as on the waiting-room screen.
class QueueNumber : public ui::TextLabel
{
    Q_OBJECT

public:
    explicit QueueNumber(QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void enlarge();
};

} // namespace simiao::registration
