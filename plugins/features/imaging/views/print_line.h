#pragma once

#include "imaging/views/image_printing.h"
#include "imaging/views/step_line.h"

namespace simiao::viewer {

/// Says how a print goes and what came of it. Nothing while there is none.
class PrintLine : public StepLine
{
    Q_OBJECT

public:
    explicit PrintLine(ImagePrinting *printing, QWidget *parent = nullptr);

protected:
    ui::Notice notice() const override;
    void act(int index) override;

private:
    ui::Notice ended() const;
    QString countText() const;

    ImagePrinting *m_printing;
};

} // namespace simiao::viewer
