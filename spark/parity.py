"""Answers of Spark for the comparison with the engine: a list of tables and queries in, Parquet out. Run by `npm run test:spark`."""

import json
import sys

from pyspark.sql import SparkSession

cases = json.load(open(sys.argv[1], encoding="utf-8"))
spark = (
    SparkSession.builder.master("local[2]")
    .config("spark.sql.ansi.enabled", "true")
    .config("spark.ui.enabled", "false")
    .config("spark.ui.showConsoleProgress", "false")
    .getOrCreate()
)
spark.sparkContext.setLogLevel("ERROR")
for case in cases:
    spark.read.parquet(case["table"]).createOrReplaceTempView("enterprises")
    spark.sql(case["sql"]).coalesce(1).write.mode("overwrite").parquet(case["answers"])
    print(case["name"], flush=True)
