#pragma once

#include "imaging/views/image_exporting.h"
#include "imaging/views/step_line.h"

namespace simiao::viewer {

/// Says how an export goes and what came of it. Nothing while there is none.
class ExportLine : public StepLine
{
    Q_OBJECT

public:
    explicit ExportLine(ImageExporting *exporting, QWidget *parent = nullptr);

protected:
    ui::Notice notice() const override;
    void act(int index) override;

private:
    ui::Notice ended() const;
    QStringList warnings() const;
    QStringList absences() const;

    ImageExporting *m_exporting;
};

} // namespace simiao::viewer
