// simiao-decoder: decodes foreign image files for the workstation, which starts it and hands it the files one by one.
// It cannot open, connect or start anything.

#include "decoder/cage.h"
#include "decoder/serve.h"

int main()
{
    simiao::decoder::loadTables();
    simiao::decoder::limitResources();
    const bool isCaged = simiao::decoder::closeCage();
    return simiao::decoder::serve(isCaged, simiao::decoder::decode);
}
