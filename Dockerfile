FROM python:3.12-slim
RUN useradd --system --create-home bibliogos
WORKDIR /app
COPY pyproject.toml constraints.txt README.md ./
COPY bot bot
RUN pip install --no-cache-dir --constraint constraints.txt .
COPY data data
RUN mkdir -m 700 var && chown bibliogos var
USER bibliogos
ENV DATABASE=/app/var/bibliogos.sqlite3
# The database and, beside it, the live copy of data: the image brings releases, the volume keeps people's work.
VOLUME /app/var
# The process ends when Telegram refuses it; alive and able to read its database means healthy.
HEALTHCHECK --interval=60s --timeout=10s CMD ["python", "-c", "import os, pathlib, sqlite3; sqlite3.connect(pathlib.Path(os.environ['DATABASE']).absolute().as_uri() + '?mode=ro', uri=True).execute('select count(*) from outbox')"]
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
