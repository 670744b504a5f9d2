#pragma once

#include "sdk/visit.h"

#include <QListWidget>

/// The newest value of everything that was measured, with its unit and day.
class VitalsPanel : public QListWidget
{
    Q_OBJECT

public:
    VitalsPanel(simiao::sdk::Visit *visit, QWidget *parent);

private:
    void showRecord();

    simiao::sdk::Visit *m_visit;
};
