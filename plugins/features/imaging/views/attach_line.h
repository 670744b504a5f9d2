#pragma once

#include "imaging/models/image_attachment.h"
#include "imaging/views/step_line.h"

namespace simiao::viewer {

/// Says how attaching images goes, and asks when they are not labelled as this patient's.
class AttachLine : public StepLine
{
    Q_OBJECT

public:
    AttachLine(ImageAttachment *attachment,
               const administration::Patient &patient,
               QWidget *parent = nullptr);

protected:
    ui::Notice notice() const override;
    void act(int index) override;

private:
    void followStep();
    void takeAttached();
    ui::Notice failure() const;
    ui::Notice question() const;
    QString doubt() const;
    ui::Notice findings() const;
    void focusSafeAnswer();

    ImageAttachment *m_attachment;
    administration::Patient m_patient;
    QStringList m_leftOut; ///< said until somebody has read it: the disc is not given back before
};

} // namespace simiao::viewer
